import type { PlotColors } from '../plot/usePlotColors';

import { figureLegend, type LegendEntry } from './figureLegend';
import { textWidth, wrapText } from './wrapText';

const SVG_NAMESPACE = 'http://www.w3.org/2000/svg';

/** Pixels of a picture for each pixel on the screen. */
const PICTURE_SCALE = 2;

const MARGIN_PX = 16;
const LINE_PX = 16;
const GAP_PX = 8;
const LEGEND_ENTRY_GAP_PX = 16;
const SWATCH_PX = 24;

// A figure on a small tile still has room for its title.
const MIN_WIDTH_PX = 320;

const TITLE_SIZE = 14;
const TEXT_SIZE = 12;

/** The text beside a figure on the screen, and above it in its file. */
export interface FigureCaption {
  /** Its title, for instance `ROC`. */
  readonly title: string;
  /** Name of the series. */
  readonly subject: string;
  /** The figures that are read off it. Default none. */
  readonly readout?: string;
}

/** A drawing as a file. */
export interface FigureFile {
  /** The text of the svg. */
  readonly text: string;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
}

type Colors = Pick<PlotColors, 'background' | 'text' | 'faintText' | 'fontFamily'>;

function element(name: string, attributes: Readonly<Record<string, string | number>>, text?: string): SVGElement {
  const made = document.createElementNS(SVG_NAMESPACE, name);
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, String(value)));
  if (text !== undefined) {
    made.textContent = text;
  }
  return made;
}

// Lines of text from a height on, and the height below them.
function captionOf({ title, subject, readout = '' }: FigureCaption, width: number, colors: Colors) {
  const lines = [
    ...wrapText(title, TITLE_SIZE, width).map((text) => ({ text, size: TITLE_SIZE, weight: 500, fill: colors.text })),
    ...wrapText(subject, TEXT_SIZE, width).map((text) => ({ text, size: TEXT_SIZE, weight: 400, fill: colors.text })),
    ...wrapText(readout, TEXT_SIZE, width).map((text) => ({
      text,
      size: TEXT_SIZE,
      weight: 400,
      fill: colors.faintText,
    })),
  ];
  const elements = lines.map(({ text, size, weight, fill }, line) => {
    const place = { x: MARGIN_PX, y: MARGIN_PX + (line + 0.8) * LINE_PX };
    return element('text', { ...place, fill, 'font-size': size, 'font-weight': weight }, text);
  });
  return { elements, bottom: MARGIN_PX + lines.length * LINE_PX };
}

// Entries side by side, as many as a line takes.
function legendOf(entries: readonly LegendEntry[], top: number, width: number, colors: Colors) {
  let x = MARGIN_PX;
  let y = top + GAP_PX + LINE_PX / 2;
  const elements = entries.flatMap(({ text, swatch }) => {
    const entryWidth = SWATCH_PX + textWidth(text, TEXT_SIZE);
    if (x > MARGIN_PX && x + entryWidth > MARGIN_PX + width) {
      x = MARGIN_PX;
      y += LINE_PX;
    }
    const place = element('g', { transform: `translate(${x + 9} ${y})` });
    place.append(swatch);
    const name = element('text', { x: x + SWATCH_PX, y: y + 4, fill: colors.text, 'font-size': TEXT_SIZE }, text);
    x += entryWidth + LEGEND_ENTRY_GAP_PX;
    return [place, name];
  });
  return { elements, bottom: entries.length === 0 ? top : y + LINE_PX / 2 };
}

/**
 * A figure as an svg of its own: on a ground, below its title, what is read off it, and its legend. What reacts to the
 * pointer stays behind; what reaches over the edge of the figure is drawn all the same.
 */
export function figureFile(figure: SVGSVGElement, caption: FigureCaption, colors: Colors): FigureFile {
  const copy = figure.cloneNode(true);
  if (!(copy instanceof SVGSVGElement)) {
    throw new Error('the figure is no svg');
  }
  copy.querySelectorAll('[data-interactive]').forEach((part) => part.remove());
  const [drawnWidth, drawnHeight] = ['width', 'height'].map((name) => Number(figure.getAttribute(name)));
  const inner = Math.max(MIN_WIDTH_PX, drawnWidth);
  const head = captionOf(caption, inner, colors);
  const legend = legendOf(figureLegend(copy), head.bottom, inner, colors);
  const top = legend.bottom + GAP_PX;
  copy.setAttribute('x', String(MARGIN_PX));
  copy.setAttribute('y', String(top));
  copy.setAttribute('overflow', 'visible');
  // A picture has whole pixels.
  const [width, height] = [inner + 2 * MARGIN_PX, top + drawnHeight + MARGIN_PX].map(Math.ceil);
  const file = element('svg', {
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    'font-family': colors.fontFamily,
  });
  file.append(element('rect', { width, height, fill: colors.background }), ...head.elements, ...legend.elements, copy);
  return { text: new XMLSerializer().serializeToString(file), width, height };
}

function loadedImage(address: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => resolve(image);
    image.onerror = () => reject(new Error('the browser could not draw the figure'));
    image.src = address;
  });
}

/** A drawing as a picture, twice as large as on the screen. */
export async function pngBlob({ text, width, height }: FigureFile): Promise<Blob> {
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
