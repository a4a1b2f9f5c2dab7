import type { About } from './about.ts';
import { spoken } from './spoken.ts';

/** Where the program lies once it is installed. */
export function installedFolder({ productName }: Pick<About, 'productName'>): string {
  return `/opt/${productName}`;
}

/** The program itself. In `PATH` is what starts it for a terminal; desktops name this. */
export function installedProgram(about: Pick<About, 'name' | 'productName'>): string {
  return `${installedFolder(about)}/${about.name}`;
}

/** The entry for menus and launchers; its name is by what the desktop knows our windows. */
export function desktopEntry(about: About): string {
  const comments = [...about.translated].map(([code, words]) => `Comment[${code}]=${words}`);
  return [
    '[Desktop Entry]',
    'Type=Application',
    `Name=${about.productName}`,
    `Comment=${about.description}`,
    ...comments,
    `Exec=${installedProgram(about)} %U`,
    `Icon=${about.name}`,
    'Terminal=false',
    `StartupWMClass=${about.name}`,
    `Categories=${about.category};`,
    ...about.schemes.map((scheme) => `MimeType=x-scheme-handler/${scheme};`),
    '',
  ].join('\n');
}

/** By what software centres know the app. */
export function componentId({ name }: Pick<About, 'name'>): string {
  return `app.${name}.${name}`;
}

/** Pictures of the project that software centres show, the first of them first. */
export const pictures = new Map([
  ['.github/screenshots/window-light.png', spoken(({ window }) => window.header.chargers)],
  ['.github/screenshots/plan.png', spoken(({ plans }) => plans.title)],
  ['.github/screenshots/history.png', spoken(({ window }) => window.header.history)],
  ['.github/screenshots/tray-menu.png', spoken(({ settings }) => settings.look.trayIcon)],
]);

/** What software centres show of the app, in the form of AppStream. */
export function metainfo(about: About): string {
  const day = new Date(about.madeAtS * 1000).toISOString().slice(0, 10);
  const [authors = ''] = about.maintainer.split(' <');
  const paragraphs = [...about.translated].map(
    ([code, words]) => `    <p xml:lang="${code}">${escaped(words)}</p>`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<component type="desktop-application">',
    `  <id>${componentId(about)}</id>`,
    '  <metadata_license>CC0-1.0</metadata_license>',
    `  <project_license>${escaped(about.licence)}</project_license>`,
    `  <name>${escaped(about.productName)}</name>`,
    `  <developer_name>${escaped(authors)}</developer_name>`,
    `  <summary>${escaped(about.summary)}</summary>`,
    '  <description>',
    `    <p>${escaped(about.description)}</p>`,
    ...paragraphs,
    '  </description>',
    `  <launchable type="desktop-id">${about.name}.desktop</launchable>`,
    `  <url type="homepage">${escaped(about.homepage)}</url>`,
    `  <url type="bugtracker">${escaped(about.homepage)}/issues</url>`,
    `  <provides><binary>${about.name}</binary></provides>`,
    '  <screenshots>',
    ...[...pictures].flatMap(([path, { english, others }], index) => [
      `    <screenshot${index === 0 ? ' type="default"' : ''}>`,
      `      <caption>${escaped(english)}</caption>`,
      ...[...others].map(
        ([code, words]) => `      <caption xml:lang="${code}">${escaped(words)}</caption>`,
      ),
      `      <image>${escaped(pictureAddress(about, path))}</image>`,
      '    </screenshot>',
    ]),
    '  </screenshots>',
    '  <content_rating type="oars-1.1"/>',
    `  <releases><release version="${escaped(about.version)}" date="${day}"/></releases>`,
    '</component>',
    '',
  ].join('\n');
}

/** Where the newest one is shown as it is, not on a page. */
function pictureAddress({ homepage }: About, path: string): string {
  const { pathname } = new URL(homepage);
  return `https://raw.githubusercontent.com${pathname}/main/${path}`;
}

function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
