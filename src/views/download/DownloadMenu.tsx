import { AppEvents } from '@grafana/data';
import { getAppEvents } from '@grafana/runtime';
import { Dropdown, IconButton, Menu } from '@grafana/ui';

import { usePlotColors } from '../plot/usePlotColors';

import { csvText, type FigureTable } from './csvText';
import { downloadFile, fileName } from './downloadFile';
import { figureFile, pngBlob, type FigureCaption, type FigureFile } from './figureFile';

/** A text that can be saved besides a figure. */
export interface TextFile {
  /** Entry of the menu, for instance `Markdown`. */
  readonly label: string;
  readonly extension: string;
  readonly text: () => string;
}

interface Props extends FigureCaption {
  /** The figure on the screen; undefined for a view without one. */
  readonly figure?: () => SVGSVGElement | null;
  /** The figures behind it. */
  readonly table?: () => FigureTable;
  readonly texts?: readonly TextFile[];
}

function reportFailure(error: unknown): void {
  const reason = error instanceof Error ? error.message : String(error);
  getAppEvents().publish({ type: AppEvents.alertError.name, payload: [`The figure was not saved: ${reason}`] });
}

/** Saves a view as a picture, as an svg, or as figures. */
export function DownloadMenu({ title, subject, readout, figure, table, texts = [] }: Props) {
  const colors = usePlotColors();
  const name = (extension: string) => `${fileName(subject, title)}.${extension}`;
  const withFigure = (save: (file: FigureFile) => void) => () => {
    const found = figure?.() ?? null;
    if (found !== null) {
      save(figureFile(found, { title, subject, readout }, colors));
    }
  };
  const saveSvg = withFigure(({ text }) => downloadFile(name('svg'), new Blob([text], { type: 'image/svg+xml' })));
  const savePng = withFigure((file) => {
    pngBlob(file).then((blob) => downloadFile(name('png'), blob), reportFailure);
  });
  const saveText = (extension: string, text: string) =>
    downloadFile(name(extension), new Blob([text], { type: `text/${extension};charset=utf-8` }));
  const menu = () => (
    <Menu>
      {figure !== undefined && <Menu.Item label="Picture (PNG)" icon="download-alt" onClick={savePng} />}
      {figure !== undefined && <Menu.Item label="Drawing (SVG)" icon="download-alt" onClick={saveSvg} />}
      {table !== undefined && (
        <Menu.Item label="Figures (CSV)" icon="download-alt" onClick={() => saveText('csv', csvText(table()))} />
      )}
      {texts.map(({ label, extension, text }) => (
        <Menu.Item key={extension} label={label} icon="download-alt" onClick={() => saveText(extension, text())} />
      ))}
    </Menu>
  );
  return (
    <Dropdown overlay={menu} placement="bottom-end">
      <IconButton name="download-alt" size="sm" tooltip={`Download: ${title}`} aria-label={`Download: ${title}`} />
    </Dropdown>
  );
}
