/** Jest runs ES modules only with this flag of Node, which would otherwise remark on it in every process. */
export const environmentForJest = () => ({
  ...process.env,
  NODE_OPTIONS:
    `${process.env['NODE_OPTIONS'] ?? ''} --experimental-vm-modules --disable-warning=ExperimentalWarning`.trim(),
});
