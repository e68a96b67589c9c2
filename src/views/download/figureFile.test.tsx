import '../../grafana/testing/browser';

import { render } from '@testing-library/react';

import { figureFile } from './figureFile';
import { figureLegend } from './figureLegend';
import { wrapText } from './wrapText';

const colors = { background: '#fff', text: '#111', faintText: '#555', fontFamily: 'sans-serif' };

const drawn = (
  <svg width={600} height={200} viewBox="0 0 600 200">
    <g stroke="green" strokeDasharray="4 3">
      <path d="M0 0h600" fill="none" data-legend="expected" />
    </g>
    <rect width={600} height={9} fill="red" fillOpacity={0.2} data-legend="band" />
    <rect width={600} height={9} fill="red" data-legend="band" />
    <g transform="translate(300 -4)" data-legend="found">
      <circle r={5} />
    </g>
    <g data-interactive="">
      <path d="M1 1h9" data-legend="pointer" />
    </g>
  </svg>
);

function figure(): SVGSVGElement {
  const found = render(drawn).container.querySelector('svg');
  if (found === null) {
    throw new Error('nothing was drawn');
  }
  return found;
}

function fileOf(caption: Parameters<typeof figureFile>[1]) {
  const { text, width, height } = figureFile(figure(), caption, colors);
  const parsed = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
  return { root: parsed, width, height, inner: parsed.querySelector('svg') };
}

describe('figureFile(figure, caption, colors)', () => {
  const caption = { title: 'ROC', subject: 'web-1:9100', readout: 'area 0.97' };

  it('writes title, series, figures and legend above the figure', () => {
    const { root } = fileOf(caption);
    const texts = [...root.children].filter(({ tagName }) => tagName === 'text').map(({ textContent }) => textContent);
    expect(texts).toEqual(['ROC', 'web-1:9100', 'area 0.97', 'expected', 'band', 'found']);
  });

  it('is large enough for all of it, and cuts nothing off that reaches over the edge of the figure', () => {
    const { root, width, height, inner } = fileOf(caption);
    expect(root.getAttribute('viewBox')).toBe(`0 0 ${width} ${height}`);
    expect(width).toBeGreaterThanOrEqual(600);
    const top = Number(inner?.getAttribute('y'));
    expect(top).toBeGreaterThan(60);
    expect(height).toBeGreaterThanOrEqual(top + 200);
    expect(inner?.getAttribute('overflow')).toBe('visible');
  });

  it('leaves behind what reacts to the pointer, and nothing of the figure on the screen', () => {
    const { root } = fileOf(caption);
    expect(root.querySelector('[data-interactive]')).toBeNull();
    expect(figure().querySelector('[data-interactive]')).not.toBeNull();
  });

  it('breaks a long name into lines, and grows by them', () => {
    const short = fileOf({ title: 'ROC', subject: 'a' });
    const long = fileOf({ title: 'ROC', subject: 'node_cpu_seconds_total '.repeat(20) });
    expect(long.height).toBeGreaterThan(short.height);
    expect(long.width).toBe(short.width);
  });
});

describe('figureLegend(figure)', () => {
  it('draws each entry as in the figure: a line, an area, a mark', () => {
    const swatches = Object.fromEntries(figureLegend(figure()).map(({ text, swatch }) => [text, swatch]));
    expect(swatches.expected.getAttribute('stroke-dasharray')).toBe('4 3');
    expect(swatches.expected.getAttribute('stroke')).toBe('green');
    expect(swatches.band.tagName).toBe('rect');
    expect(swatches.band.getAttribute('fill-opacity')).toBe('0.2');
    expect(swatches.found.getAttribute('transform')).toBeNull();
    expect(swatches.found.querySelector('circle')).not.toBeNull();
  });
});

describe('wrapText(text, fontSize, width)', () => {
  it('breaks between words, and words that are too long', () => {
    expect(wrapText('one two three', 10, 45)).toEqual(['one two', 'three']);
    expect(wrapText('abcdefghijklm', 10, 45)).toEqual(['abcdefg', 'hijklm']);
    expect(wrapText('', 10, 45)).toEqual([]);
  });
});
