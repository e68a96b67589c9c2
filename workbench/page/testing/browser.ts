// Parts of a browser that jsdom lacks and Grafana's packages ask for when they are loaded: import this before them.
const never = () => undefined;

globalThis.matchMedia = (media) => ({
  media,
  matches: false,
  onchange: null,
  addListener: never,
  removeListener: never,
  addEventListener: never,
  removeEventListener: never,
  dispatchEvent: () => false,
});

globalThis.IntersectionObserver = class {
  readonly root = null;
  readonly rootMargin = '';
  readonly scrollMargin = '';
  readonly thresholds = [];
  observe = never;
  unobserve = never;
  disconnect = never;
  takeRecords = () => [];
};
