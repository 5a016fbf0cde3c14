/** The name of a person without the unit that stands beside it: «Pilotleder», where the name is «Pilotleder, Hjemmetjenesten». */
export const nameBeside = (unit: string, name: string): string =>
  name.endsWith(`, ${unit}`) ? name.slice(0, -unit.length - 2) : name;

/** What a button says beside the task that it names as well: «Gi ny dato», where the label is «Gi ny dato: Hold fagmøte». */
export const labelBeside = (task: string, label: string): string =>
  label.endsWith(`: ${task}`) ? label.slice(0, -task.length - 2) : label;

/** A step that registers something says only that where its matter stands beside it; «Registrer: Tatt kontakt» is what it is called. */
export const matterOf = ({ command, label }: { readonly command: string; readonly label: string }): string =>
  command === 'registerFact' ? label.slice(label.indexOf(': ') + 2) : label;
