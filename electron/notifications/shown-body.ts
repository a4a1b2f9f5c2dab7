/**
 * The words of a notice as the desktop wants them. On Linux a body is a kind of HTML; the name of a
 * charger comes from elsewhere and must not become a link or a picture.
 */
export function shownBody(body: string, platform: NodeJS.Platform): string {
  if (platform !== 'linux') return body;
  return body.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
