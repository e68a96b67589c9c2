/** The largest Fourier order that a fit still does in reasonable time. */
export const MAX_FOURIER_ORDER = 500;

/** The same for changepoints. */
export const MAX_CHANGEPOINTS = 1000;

/** The same for the coefficients of all features together. */
export const MAX_COEFFICIENTS = 1500;

/** The most rows x coefficients^2 of a fit: a look at the rows takes about a second then. */
export const MAX_PRODUCTS = 5e9;

/** So many coefficients may be, whatever the rows. */
export const ALWAYS_COEFFICIENTS = 100;

/** The most days that the window of a holiday reaches to either side. */
export const MAX_WINDOW_DAYS = 366;

/** The largest size of y, cap, floor and regressors: what a fit makes of such values, twice their range, is still a number. */
export const MAX_Y = 1e300;

/** The largest size of a regressor that enters as it is. */
export const MAX_RAW = 1e100;

/** The largest cap in the scale of y: beyond it the trend that y shows has no digits left in the cap. */
export const MAX_SCALED_CAP = 1e12;

/** The smallest prior scale: what it stands for has next to no part in the model, and squares of smaller ones are no numbers. */
export const MIN_PRIOR_SCALE = 1e-100;

/** The earliest and latest time that a `Date` holds, in epoch milliseconds; whole ones are exact up to here. */
export const MAX_TIME = 8.64e15;

/** The shortest history and the shortest period, in milliseconds: times since 1970 are not told apart more finely. */
export const MIN_DURATION_MS = 1e-3;
