import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Icon, useStyles2 } from '@grafana/ui';
import { useState, type ReactNode } from 'react';

/** A group of the options pane that opens and closes, as OptionsPaneCategory of Grafana's panel editor. */
export function OptionsGroup({ title, open = true, children }: { title: string; open?: boolean; children: ReactNode }) {
  const [isOpen, setOpen] = useState(open);
  const styles = useStyles2(getStyles);
  return (
    <section className={styles.group} data-testid={`data-testid Options group ${title}`}>
      <button type="button" className={styles.header} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <Icon name={isOpen ? 'angle-down' : 'angle-right'} />
        {title}
      </button>
      {isOpen && <div className={styles.body}>{children}</div>}
    </section>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  group: css({ borderTop: `1px solid ${theme.colors.border.weak}` }),
  header: css({
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    width: '100%',
    padding: theme.spacing(1, 1),
    border: 'none',
    background: 'none',
    color: theme.colors.text.primary,
    fontSize: theme.typography.body.fontSize,
    fontWeight: theme.typography.fontWeightMedium,
    textAlign: 'left',
    cursor: 'pointer',
    '&:hover': { background: theme.colors.emphasize(theme.colors.background.primary, 0.03) },
  }),
  body: css({ padding: theme.spacing(1, 2, 2, 4) }),
});
