import { useEffect, useState, type RefCallback } from 'react';

/** The width of an element in CSS pixels, 0 until it is there: for drawings, which have no width of their own. */
export function useWidth(): readonly [ref: RefCallback<HTMLElement>, width: number] {
  const [element, setElement] = useState<HTMLElement | null>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (element === null) {
      return undefined;
    }
    const observer = new ResizeObserver(([{ contentRect }]) => setWidth(Math.floor(contentRect.width)));
    observer.observe(element);
    return () => observer.disconnect();
  }, [element]);
  return [setElement, width];
}
