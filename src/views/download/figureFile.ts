const SVG_NAMESPACE = 'http://www.w3.org/2000/svg';

/** Pixels of a picture for each pixel on the screen. */
const PICTURE_SCALE = 2;

/** A figure as the text of an svg file, on a ground of its own. What reacts to the pointer stays behind. */
export function svgText(figure: SVGSVGElement, background: string): string {
  const copy = figure.cloneNode(true);
  if (!(copy instanceof SVGSVGElement)) {
    throw new Error('the figure is no svg');
  }
  copy.querySelectorAll('[data-interactive]').forEach((element) => element.remove());
  const ground = document.createElementNS(SVG_NAMESPACE, 'rect');
  ground.setAttribute('width', '100%');
  ground.setAttribute('height', '100%');
  ground.setAttribute('fill', background);
  copy.prepend(ground);
  copy.setAttribute('xmlns', SVG_NAMESPACE);
  return new XMLSerializer().serializeToString(copy);
}

function loadedImage(address: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => resolve(image);
    image.onerror = () => reject(new Error('the browser could not draw the figure'));
    image.src = address;
  });
}

/** An svg's text as a picture, twice as large as on the screen. */
export async function pngBlob(text: string, width: number, height: number): Promise<Blob> {
  // A data address, since Grafana's content security policy lets images come from those and not from blobs.
  const image = await loadedImage(`data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`);
  const canvas = document.createElement('canvas');
  canvas.width = width * PICTURE_SCALE;
  canvas.height = height * PICTURE_SCALE;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) =>
      blob === null ? reject(new Error('the figure is too large for a picture')) : resolve(blob),
    ),
  );
}
