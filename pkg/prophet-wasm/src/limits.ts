/** The largest Fourier order that a fit still does in reasonable time. */
export const MAX_FOURIER_ORDER = 500;

/** The same for automatic changepoints. */
export const MAX_CHANGEPOINTS = 1000;
