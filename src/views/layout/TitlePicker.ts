import { createContext, type ReactNode } from 'react';

/** In a panel with room for one view only, the choice of views: it stands where the view's title would. */
export const TitlePicker = createContext<ReactNode>(undefined);
