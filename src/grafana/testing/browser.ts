/**
 * The parts of a browser that jsdom lacks and Grafana's packages, or a stand-in for its database, need as soon as they
 * are loaded: import it before them.
 */
class NeverSeen {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
  takeRecords(): [] {
    return [];
  }
}

Object.assign(globalThis, {
  matchMedia: () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }),
  structuredClone: globalThis.structuredClone ?? ((value: unknown) => value),
  IntersectionObserver: NeverSeen,
  ResizeObserver: NeverSeen,
});

export {};
