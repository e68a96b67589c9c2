import type { Note, PartialSettings } from 'foreband-engine';
import type { ReactNode } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2, TimeZone } from '@grafana/data';
import { Icon, TextLink, useStyles2 } from '@grafana/ui';

import { LOG_ADDRESS } from '../../grafana/appAddress';
import type { PanelModel } from '../model/panelModel';

import { requestDetails, seriesDetailLists, type Detail } from './details';
import { MendButton } from './MendButton';

interface Props {
  readonly model: PanelModel;
  readonly timeZone: TimeZone;
  /** The content below the series. */
  readonly children?: ReactNode;
  /** Sets what mends the fault that a remark tells of; without it none is offered. */
  readonly onMend?: (settings: PartialSettings) => void;
}

const icons = { info: 'info-circle', warning: 'exclamation-triangle', error: 'exclamation-circle' } as const;

function getStyles(theme: GrafanaTheme2) {
  return {
    root: css({ maxWidth: 420, maxHeight: 360, overflow: 'auto', fontSize: theme.typography.bodySmall.fontSize }),
    note: css({ display: 'flex', gap: theme.spacing(0.75), marginBottom: theme.spacing(1), overflowWrap: 'anywhere' }),
    title: css({
      fontWeight: theme.typography.fontWeightMedium,
      marginTop: theme.spacing(1),
      overflowWrap: 'anywhere',
    }),
    list: css({
      display: 'grid',
      gridTemplateColumns: 'auto 1fr',
      columnGap: theme.spacing(2),
      margin: theme.spacing(0.25, 0, 0),
      dt: { color: theme.colors.text.secondary, fontWeight: theme.typography.fontWeightRegular },
      dd: { margin: 0, overflowWrap: 'anywhere' },
    }),
  };
}

function NoteLine({ note, onMend }: { readonly note: Note } & Pick<Props, 'onMend'>) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.note}>
      <Icon name={icons[note.severity]} size="sm" />
      <span>{note.text}</span>
      {note.mend !== undefined && onMend !== undefined && <MendButton mend={note.mend} onMend={onMend} />}
    </div>
  );
}

function DetailList({ title, details }: { readonly title: string; readonly details: readonly Detail[] }) {
  const styles = useStyles2(getStyles);
  return (
    <>
      <div className={styles.title}>{title}</div>
      <dl className={styles.list}>
        {details.map(([name, value]) => [
          <dt key={`${name} ${value} name`}>{name}</dt>,
          <dd key={`${name} ${value}`}>{value}</dd>,
        ])}
      </dl>
    </>
  );
}

/** Facts about the panel's models, its training data and anything unusual. */
export function DetailsContent({ model, timeZone, children, onMend }: Props) {
  const styles = useStyles2(getStyles);
  const { lists, nMore } = seriesDetailLists(model, timeZone);
  const request = requestDetails(model, timeZone);
  return (
    <div className={styles.root} data-testid="foreband details">
      {model.notes.map((note) => (
        <NoteLine key={note.text} note={note} onMend={onMend} />
      ))}
      {lists.map(({ name, details }, index) => (
        <DetailList key={`${index} ${name}`} title={name} details={details} />
      ))}
      {nMore > 0 && <div className={styles.title}>and {nMore} more series</div>}
      {children}
      {request.length > 0 && <DetailList title="Asked for by this panel" details={request} />}
      <div className={styles.title}>
        <TextLink href={LOG_ADDRESS}>Anomaly log</TextLink>
      </div>
    </div>
  );
}
