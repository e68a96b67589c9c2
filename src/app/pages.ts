import { APP_ID } from '../grafana/appAddress';

/** Path of the Explore page below the app's own. */
export const EXPLORE_PATH = 'explore';

/** Address of the Explore page, without Grafana's sub-path. */
export const EXPLORE_ADDRESS = `/a/${APP_ID}/${EXPLORE_PATH}`;

/** Path of the Models page below the app's own. */
export const MODELS_PATH = 'models';

/** Address of the Models page, without Grafana's sub-path. */
export const MODELS_ADDRESS = `/a/${APP_ID}/${MODELS_PATH}`;
