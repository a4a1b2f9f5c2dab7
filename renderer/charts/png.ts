interface Sheet {
  readonly title: string;
  /** Colours, as the theme has them. */
  readonly paper: string;
  readonly ink: string;
}

/** A picture on a sheet with its title, as the base64 of a PNG; undefined where nothing is drawn. */
export function pngOf(picture: HTMLCanvasElement, sheet: Sheet): string | undefined {
  const scale = devicePixelRatio;
  const margin = 16 * scale;
  const head = 36 * scale;
  const canvas = document.createElement('canvas');
  canvas.width = picture.width + 2 * margin;
  canvas.height = picture.height + head + 2 * margin;
  const context = canvas.getContext('2d');
  if (!context || picture.width === 0 || picture.height === 0) return undefined;
  context.fillStyle = sheet.paper;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = sheet.ink;
  context.font = `600 ${14 * scale}px system-ui, "DejaVu Sans", sans-serif`;
  context.textBaseline = 'top';
  context.fillText(sheet.title, margin, margin, picture.width);
  context.drawImage(picture, margin, margin + head);
  return canvas.toDataURL('image/png').split(',')[1];
}
