const SVG_NAMESPACE = 'http://www.w3.org/2000/svg';

/** An entry of a legend: how something is drawn, and what it is. */
export interface LegendEntry {
  readonly text: string;
  /** Drawn around the origin, at most 20 pixels wide and 10 high. */
  readonly swatch: SVGElement;
}

/** The properties that give an element its look, also where a group around it has them. */
const LOOKS = ['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-opacity', 'opacity'];

function lookOf(element: Element, name: string): string | null {
  return element.closest(`[${name}]`)?.getAttribute(name) ?? null;
}

function shape(name: string, attributes: Readonly<Record<string, string>>): SVGElement {
  const element = document.createElementNS(SVG_NAMESPACE, name);
  Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
  return element;
}

// A mark as it is, moved to the origin; a stroke as a short line; an area as a small one.
function swatchOf(element: Element): SVGElement {
  const copy = element.cloneNode(true);
  if (copy instanceof SVGElement && element.matches('g, circle')) {
    copy.removeAttribute('transform');
    copy.setAttribute('cx', '0');
    copy.setAttribute('cy', '0');
    return copy;
  }
  const fill = lookOf(element, 'fill');
  const isArea = fill !== null && fill !== 'none';
  const swatch = isArea
    ? shape('rect', { x: '-9', y: '-5', width: '18', height: '10' })
    : shape('path', { d: 'M-9 0h18' });
  for (const name of LOOKS) {
    const look = lookOf(element, name);
    if (look !== null) {
      swatch.setAttribute(name, look);
    }
  }
  return swatch;
}

/** The legend of a figure: whatever in it says by `data-legend` what it is, each text once. */
export function figureLegend(figure: SVGSVGElement): readonly LegendEntry[] {
  const entries = new Map<string, LegendEntry>();
  for (const element of figure.querySelectorAll('[data-legend]')) {
    const text = element.getAttribute('data-legend') ?? '';
    if (text !== '' && !entries.has(text)) {
      entries.set(text, { text, swatch: swatchOf(element) });
    }
  }
  return [...entries.values()];
}
