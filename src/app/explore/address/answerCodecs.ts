import type { CsvAnswers } from 'foreband-detector';

import type { Codec, Codecs } from './codecs';
import { codedFields } from './codedFields';

function renamed<T extends string>(key: string, meanings: Readonly<Record<string, T>>): Codec<T> {
  return {
    key,
    write: (value) => Object.keys(meanings).find((word) => meanings[word] === value) ?? '',
    read: (text) => (Object.hasOwn(meanings, text) ? meanings[text] : undefined),
  };
}

const codecs: Codecs<Required<CsvAnswers>> = {
  decimal: renamed('decimal', { comma: ',', point: '.' }),
  dayOrder: renamed('dates', { dayfirst: 'dayFirst', monthfirst: 'monthFirst' }),
};

/** How a file is read where that is open, as an address has it. */
export const answerFields = codedFields<CsvAnswers>(codecs, {}, ({ decimal, dayOrder }) => ({
  ...(decimal === ',' || decimal === '.' ? { decimal } : {}),
  ...(dayOrder === 'dayFirst' || dayOrder === 'monthFirst' ? { dayOrder } : {}),
}));
