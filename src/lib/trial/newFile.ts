/** Addresses on a forge at which a record becomes a file of a pull request. */

/** Longest address that servers and browsers pass on for certain, in characters. */
const LONGEST = 8000;

/**
 * GitHub's page for a new file, filled in.
 *
 * @param repository address of the repository
 * @param path of the file in it
 * @param text content of the file
 * @returns null where the address would be longer than 8,000 characters
 */
export function newFileAddress(repository: string, path: string, text: string): string | null {
  const query = new URLSearchParams({ filename: path, value: text });
  const address = `${repository}/new/main?${query}`;
  return address.length <= LONGEST ? address : null;
}

/** GitHub's page for a new file of this name, empty. */
export function emptyFileAddress(repository: string, path: string): string {
  return `${repository}/new/main?${new URLSearchParams({ filename: path })}`;
}

/** GitHub's page for changing a file that is there. */
export function editFileAddress(repository: string, path: string): string {
  return `${repository}/edit/main/${path}`;
}
