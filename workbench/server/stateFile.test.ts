import { mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStateFile } from './stateFile';

const onPosix = process.getuid === undefined ? it.skip : it;
const modeOf = (path: string) => statSync(path).mode & 0o777;

describe('openStateFile()', () => {
  let parent: string;
  let folder: string;
  beforeEach(() => {
    parent = mkdtempSync(join(tmpdir(), 'workbench-'));
    folder = join(parent, 'state');
  });
  afterEach(() => {
    jest.restoreAllMocks();
    rmSync(parent, { recursive: true });
  });
  const asAnother = () => jest.spyOn(process, 'getuid').mockReturnValue(statSync(parent).uid + 1);

  it('keeps values for whoever opens it next, until they are set to undefined', () => {
    openStateFile(folder, 'a').write('x', { y: 1 });
    openStateFile(folder, 'a').write('z', 2);
    expect(openStateFile(folder, 'a').read()).toEqual({ x: { y: 1 }, z: 2 });
    openStateFile(folder, 'a').write('x', undefined);
    expect(openStateFile(folder, 'a').read()).toEqual({ z: 2 });
  });

  it('reads a damaged file as empty', () => {
    writeFileSync(join(parent, 'a.json'), '{"x":');
    expect(openStateFile(parent, 'a').read()).toEqual({});
  });

  onPosix('keeps folder and files from everybody else, also over what an ended workbench left', () => {
    writeFileSync(join(parent, 'a.json'), '{"x":1}', { mode: 0o644 });
    writeFileSync(join(parent, 'a.json.new'), '{', { mode: 0o644 });
    openStateFile(parent, 'a').write('y', 2);
    openStateFile(folder, 'a').write('x', 1);
    expect([folder, join(folder, 'a.json'), join(parent, 'a.json')].map(modeOf)).toEqual([0o700, 0o600, 0o600]);
    expect(JSON.parse(readFileSync(join(parent, 'a.json'), 'utf8'))).toEqual({ x: 1, y: 2 });
  });

  onPosix('refuses a folder of somebody else, naming the remedy', () => {
    asAnother();
    expect(() => openStateFile(parent, 'a')).toThrow(/belongs to another user: choose a folder of yours with --state/);
  });

  onPosix('refuses a folder that somebody else created after it was opened', () => {
    const file = openStateFile(folder, 'a');
    file.write('x', 1);
    asAnother();
    expect(() => file.read()).toThrow('belongs to another user');
    expect(() => file.write('x', 2)).toThrow('belongs to another user');
  });

  onPosix('follows a link of the user to a folder of theirs', () => {
    const link = join(parent, 'link');
    symlinkSync(parent, link);
    openStateFile(link, 'a').write('x', 1);
    expect(openStateFile(parent, 'a').read()).toEqual({ x: 1 });
  });
});
