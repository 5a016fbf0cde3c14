type Jar = Map<string, string>;

/** An HTTP client with a cookie jar per host name (ports share it, as in browsers). Follows redirects only when told to. */
export class Browser {
  private readonly jars = new Map<string, Jar>();

  async get(url: string, headers: Record<string, string> = {}): Promise<Response> {
    return this.send(url, { headers });
  }

  async submit(url: string, fields: Record<string, string>): Promise<Response> {
    return this.send(url, { method: 'POST', body: new URLSearchParams(fields) });
  }

  async send(url: string, { headers, ...init }: RequestInit & { headers?: Record<string, string> }): Promise<Response> {
    const { hostname } = new URL(url);
    const jar = this.jars.get(hostname) ?? new Map<string, string>();
    this.jars.set(hostname, jar);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, {
      ...init,
      redirect: 'manual',
      headers: { ...headers, ...(cookie !== '' && { cookie }) },
    });
    for (const line of response.headers.getSetCookie()) storeCookie(jar, line);
    return response;
  }

  /** Follows redirects until a response is not one, or until the next address satisfies `until`. */
  async follow(
    url: string,
    until: (url: string) => boolean = () => false,
  ): Promise<{ url: string; response: Response }> {
    for (let at = url; ;) {
      const response = await this.get(at);
      const location = response.headers.get('location');
      if (location === null) return { url: at, response };
      at = new URL(location, at).href;
      if (until(at)) return { url: at, response };
    }
  }

  /** Deletes the host's cookies whose names start with `beginning`. */
  deleteCookies(host: string, beginning: string): void {
    const jar = this.jars.get(host);
    for (const name of [...(jar?.keys() ?? [])]) if (name.startsWith(beginning)) jar?.delete(name);
  }

  /** @returns the value of the host's first cookie whose name ends with `ending`. */
  cookieEndingWith(host: string, ending: string): string | undefined {
    return [...(this.jars.get(host) ?? [])].find(([name]) => name.endsWith(ending))?.[1];
  }
}

function storeCookie(jar: Jar, line: string): void {
  const [pair = '', ...attributes] = line.split(';');
  const at = pair.indexOf('=');
  const name = pair.slice(0, at);
  const expires = attributes.map((it) => it.trim()).find((it) => /^expires=/i.test(it));
  if (expires && Date.parse(expires.slice(8)) < Date.now()) jar.delete(name);
  else jar.set(name, pair.slice(at + 1));
}
