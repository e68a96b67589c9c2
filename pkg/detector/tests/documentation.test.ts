import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';

import { transformSync } from '@swc/core';

import type { DetectionOptionsInput } from 'foreband-detector';
import * as detector from 'foreband-detector';

import { detectPattern, marks, runs } from './detection/notation.js';

const root = join(__dirname, '../../..');
const pages = ['scoring', 'filters', 'simulation', 'evaluation', 'history'].map((page) => `docs/${page}.md`);

function blocks(language: string): readonly { page: string; code: string }[] {
  return pages.flatMap((page) => {
    const text = readFileSync(join(root, page), 'utf8');
    return Array.from(text.matchAll(new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``, 'g')), ([, code]) => ({
      page,
      code,
    }));
  });
}

function lineOf(code: string, name: string): string {
  return new RegExp(`^${name} +(.*)$`, 'm').exec(code)?.[1] ?? '';
}

describe('the documentation', () => {
  it.each(blocks('ts'))('of $page shows what its example gives', ({ code }) => {
    // `value; // => "text"` becomes a check that the value is "text".
    const checked = code.replace(/^(.*); \/\/ => (.*)$/gm, 'check($1, $2);');
    const jsc = { parser: { syntax: 'typescript' }, target: 'es2022' } as const;
    const script = transformSync(checked, { jsc, module: { type: 'commonjs' } }).code;
    const check = jest.fn((value: unknown, expected: unknown) => expect(value).toEqual(expected));
    runInNewContext(script, { require: () => detector, exports: {}, check });
    expect(check.mock.calls.length).toBeGreaterThan(3);
  });

  it.each(blocks('points'))('of $page draws what detect gives: $code', ({ code }) => {
    const input: DetectionOptionsInput = JSON.parse(lineOf(code, 'options'));
    const detection = detectPattern(lineOf(code, 'points').replaceAll('_', ' '), input);
    expect(marks(detection)).toBe(lineOf(code, 'result'));
    expect(runs(detection).join(', ')).toBe(lineOf(code, 'runs'));
  });
});
