import { css, cx } from '@emotion/css';
import { isIconName, locationUtil, type GrafanaTheme2, type IconName, type NavModelItem } from '@grafana/data';
import { config } from '@grafana/runtime';
import { Icon, Link, useStyles2 } from '@grafana/ui';
import { useLocation } from 'react-router-dom';

interface Entry {
  readonly text: string;
  readonly href: string;
  readonly icon: IconName;
  /** Whether it is a page of the entry above. */
  readonly isBelow?: boolean;
}

const ENTRIES: readonly Entry[] = [
  { text: 'Home', href: '/', icon: 'home-alt' },
  { text: 'Explore', href: '/explore', icon: 'compass' },
  { text: 'Data sources', href: '/connections/datasources', icon: 'database' },
];

// The server has put the sub-path before every address; links put it there themselves.
function entryOf({ text, url = '', icon }: NavModelItem, isBelow: boolean): Entry {
  const name = icon !== undefined && isIconName(icon) ? icon : isBelow ? 'file-alt' : 'apps';
  return { text, href: locationUtil.stripBaseFromUrl(url), icon: name, isBelow };
}

const appEntries = (app: NavModelItem): readonly Entry[] => [
  entryOf(app, false),
  ...(app.children ?? []).map((page) => entryOf(page, true)),
];

/** The menu at the left, as Grafana's docked mega menu. */
export function NavBar() {
  const styles = useStyles2(getStyles);
  const { pathname } = useLocation();
  const entries = [...ENTRIES, ...(config.bootData.navTree ?? []).flatMap(appEntries)];
  const isHere = (href: string) => {
    const isPage = href === '/' || href.startsWith('/a/');
    return isPage ? pathname === href || (href === '/' && pathname.startsWith('/d/')) : pathname.startsWith(href);
  };
  return (
    <nav className={styles.bar} aria-label="Main menu">
      {entries.map(({ text, href, icon, isBelow = false }) => (
        <Link key={href} href={href} className={cx(styles.entry, isBelow && styles.below, isHere(href) && styles.here)}>
          <Icon name={icon} size="lg" />
          {text}
        </Link>
      ))}
    </nav>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  bar: css({
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(0.5),
    width: 190,
    flexShrink: 0,
    padding: theme.spacing(1),
    background: theme.colors.background.primary,
    borderRight: `1px solid ${theme.colors.border.weak}`,
  }),
  entry: css({
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    padding: theme.spacing(0.75, 1),
    borderRadius: theme.shape.radius.default,
    color: theme.colors.text.secondary,
    '&:hover': { color: theme.colors.text.primary, background: theme.colors.action.hover },
  }),
  below: css({ paddingLeft: theme.spacing(3) }),
  here: css({
    color: theme.colors.text.primary,
    background: theme.colors.action.selected,
    boxShadow: `inset 2px 0 0 ${theme.colors.primary.main}`,
  }),
});
