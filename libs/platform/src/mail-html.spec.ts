import { describe, expect, it } from '@jest/globals';
import { mailHtml } from './mail-html.js';

describe('a mail as HTML', () => {
  it('has the same paragraphs, and its addresses as links', () => {
    const html = mailHtml('Hei Åse\n\nhttp://127.0.0.1:3000/a?b=1&c=2\n\nHilsen oss\nStafett');
    expect(html).toContain('<p>Hei Åse</p>');
    expect(html).toContain('<a href="http://127.0.0.1:3000/a?b=1&amp;c=2" rel="noreferrer">');
    expect(html).toContain('<p>Hilsen oss<br>Stafett</p>');
  });

  it('lets no word become markup', () => {
    const html = mailHtml(`Hei <img src=x onerror="a()"> & 'du' https://a.example/"><script>b()</script>`);
    expect(html).not.toMatch(/<img|<script/);
    expect(html).toContain('&lt;img src=x onerror=&quot;a()&quot;&gt; &amp; &#39;du&#39;');
  });
});
