/** Jest needs Node's flag for ES modules. Without the second flag every process would print a warning about the first. */
export const jestEnvironment = () => ({
  ...process.env,
  NODE_OPTIONS:
    `${process.env['NODE_OPTIONS'] ?? ''} --experimental-vm-modules --disable-warning=ExperimentalWarning`.trim(),
});
