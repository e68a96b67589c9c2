/** Id of the app, and so the start of its addresses. */
export const APP_ID = 'foreband-anomaly-app';

/** Path of the page with the anomaly log below the app's own. */
export const LOG_PATH = 'log';

/** Address of the page with the anomaly log, without Grafana's sub-path. */
export const LOG_ADDRESS = `/a/${APP_ID}/${LOG_PATH}`;
