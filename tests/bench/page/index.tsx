import { createBench, type Bench } from './createBench';
import { watchCanvases } from './quietCanvas';

declare global {
  interface Window {
    bench: Bench;
  }
}

watchCanvases();
window.bench = createBench(document.body);
