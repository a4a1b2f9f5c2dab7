// @ts-check

const oldest = { major: 20, minor: 19 };

/**
 * Says what is wrong with this Node, or nothing when it will do.
 * @param {string} version such as `20.19.0`
 * @returns {string | undefined}
 */
export function nodeComplaint(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const recent = major > oldest.major || (major === oldest.major && minor >= oldest.minor);
  if (recent) return undefined;
  return `Node ${oldest.major}.${oldest.minor} or newer is needed, this is Node ${version}.`;
}
