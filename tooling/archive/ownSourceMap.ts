import { decode, encode, type SourceMapSegment } from '@jridgewell/sourcemap-codec';

interface SourceMap {
  readonly sources: readonly string[];
  readonly sourcesContent: readonly string[];
  readonly names: readonly string[];
  readonly mappings: string;
}

/** A file below `src/`, as webpack names it: packages lie above, its own runtime has no extension. */
const OWN = /^webpack:\/\/[\w-]+\/(?:\.\/)?[A-Za-z][\w./-]*\.tsx?$/;

/** Gives each index that is kept its new one, in the order in which they are asked for. */
function createRenumbering() {
  const places = new Map<number, number>();
  return {
    kept: () => [...places.keys()],
    placeOf(index: number): number {
      const place = places.get(index) ?? places.size;
      places.set(index, place);
      return place;
    },
  };
}

/** One segment that points nowhere says as much as a row of them. */
function withoutRepeats(segments: readonly SourceMapSegment[]): SourceMapSegment[] {
  return segments.filter((segment, index) => segment.length > 1 || segments[index - 1]?.length !== 1);
}

/**
 * A source map for the archive: it speaks of the plugin's own sources alone, those below `src/`, which Grafana's validator
 * compares with the repository. What is bundled from packages points nowhere, which makes the map a quarter as large.
 * @param text a source map as webpack wrote it.
 * @returns the smaller map as text; undefined if nothing in it is the plugin's own.
 */
export function ownSourceMap(text: string): string | undefined {
  const map = JSON.parse(text) as SourceMap;
  const isOwn = map.sources.map((source) => OWN.test(source));
  if (!isOwn.includes(true)) {
    return undefined;
  }
  const [sources, names] = [createRenumbering(), createRenumbering()];
  const segmentOf = (segment: SourceMapSegment): SourceMapSegment => {
    if (segment.length === 1 || !isOwn[segment[1]]) {
      return [segment[0]];
    }
    const [column, source, line, sourceColumn] = segment;
    const place = sources.placeOf(source);
    return segment.length === 5
      ? [column, place, line, sourceColumn, names.placeOf(segment[4])]
      : [column, place, line, sourceColumn];
  };
  const mappings = encode(decode(map.mappings).map((segments) => withoutRepeats(segments.map(segmentOf))));
  return JSON.stringify({
    ...map,
    sources: sources.kept().map((index) => map.sources[index]),
    sourcesContent: sources.kept().map((index) => map.sourcesContent[index]),
    names: names.kept().map((index) => map.names[index]),
    mappings,
  });
}
