import type { Failure } from '../shared/failures.ts';
import type { Reply } from '../shared/reply.ts';
import { BASE_PATH } from './endpoints.ts';

/** Stands in every debug page. Tests look for it where nothing of such a page may ever appear. */
export const FAKE_SECRET_KEY = 'django-simulated-k3y-that-must-never-leak-0f9e8d7c';

/** What a page tells about. */
export interface DebugPageTopic {
  readonly status: number;
  readonly path: string;
  /** Default: what Django says about an unknown path. */
  readonly exception?: string;
}

/**
 * A page like those that Django 1.11 shows with DEBUG on: seen at `/` (FOR#536019), inferred for
 * crashes. All settings in it are invented.
 */
export function debugPage({ status, path, exception = 'Page not found' }: DebugPageTopic): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
  <meta http-equiv="content-type" content="text/html; charset=utf-8">
  <meta name="robots" content="NONE,NOARCHIVE">
  <title>${escaped(exception)} at ${escaped(path)}</title>
</head>
<body>
  <div id="summary"><h1>${escaped(exception)} <span>(${status})</span></h1>
    <table class="meta"><tr><th>Request URL:</th><td>${escaped(path)}</td></tr>
    <tr><th>Django Version:</th><td>1.11.14</td></tr>
    <tr><th>Python Version:</th><td>2.7.17</td></tr></table>
  </div>
  <div id="info"><p>Using the URLconf defined in <code>station.urls</code>, Django tried these URL
    patterns, in this order:</p><ol><li>^api/v1/</li><li>^accounts/login/$</li></ol></div>
  <div id="explanation"><h2>Settings</h2><table class="req">
    <tr><td>SECRET_KEY</td><td><pre>&#39;${FAKE_SECRET_KEY}&#39;</pre></td></tr>
    <tr><td>DATABASES</td><td><pre>{&#39;NAME&#39;: &#39;/var/station/db.sqlite3&#39;}</pre></td></tr>
    <tr><td>DEBUG</td><td><pre>True</pre></td></tr>
    <tr><td>ALLOWED_HOSTS</td><td><pre>[&#39;*&#39;]</pre></td></tr></table>
    <p>You're seeing this error because you have <code>DEBUG = True</code> in your Django settings
    file.</p></div>
</body>
</html>
`;
}

/** The page as an answer. */
export function debugReply(topic: DebugPageTopic): Reply {
  const headers = { 'content-type': 'text/html; charset=utf-8' };
  return { status: topic.status, headers, body: debugPage(topic) };
}

/** The page as a failure on demand: what a crash in the station's own code looks like. */
export function crash(status = 500): Failure {
  const { headers = {}, body } = debugReply({
    status,
    path: BASE_PATH,
    exception: 'OperationalError',
  });
  return { kind: 'status', status, headers, body };
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
