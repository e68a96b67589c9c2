import { useDeferredValue, useMemo, useState } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2, PanelData, TimeZone } from '@grafana/data';
import { Alert, LoadingPlaceholder, RadioButtonGroup, useStyles2 } from '@grafana/ui';

import type { PanelModel } from '../chart/model/panelModel';
import { useStable } from '../training/useStable';

import { ReplayedPages } from './replay/ReplayedPages';
import { compileSubject } from './rules/compileSubject';
import { ruleName, usualSeverities, type RuleChoices } from './rules/ruleChoices';
import { RuleFields } from './rules/RuleFields';
import { RuleFiles } from './rules/RuleFiles';
import { alertSubjects, type AlertSubject } from './subject/alertSubject';
import { WatchedList } from './subject/WatchedList';

/** What rules are made of, and for whom. */
export interface AlertRulesProps {
  /** Of the panel, or of what is explored: the rules are called after it. */
  readonly title: string;
  /** The series as they are drawn: their models are compiled, none is fitted. */
  readonly model: PanelModel;
  /** The data behind the model: its request says which PromQL was asked. */
  readonly data: PanelData;
  readonly timeZone: TimeZone;
  /** Address of the page that shows the series, for whoever is paged; undefined where it has none. */
  readonly link?: string;
}

function getStyles(theme: GrafanaTheme2) {
  return { title: css({ fontSize: theme.typography.h5.fontSize, margin: theme.spacing(0, 0, 0.5) }) };
}

interface RulesProps extends Pick<AlertRulesProps, 'title' | 'model' | 'timeZone' | 'link'> {
  readonly subject: AlertSubject;
}

function RulesOfSubject({ subject, title, model, timeZone, link }: RulesProps) {
  const styles = useStyles2(getStyles);
  const [choices, setChoices] = useState<RuleChoices>({
    name: ruleName(title),
    severities: usualSeverities,
    labels: '',
  });
  const settled = useDeferredValue(choices);
  const { now } = model;
  const compiled = useMemo(() => compileSubject(subject, settled, { now, link }), [subject, settled, now, link]);
  const { expression } = subject;
  const isCompiled = compiled.kind === 'compiled';
  const watched = useMemo(
    () => (compiled.kind === 'compiled' ? compiled.groups.flatMap((one) => one.watched) : []),
    [compiled],
  );
  return (
    <>
      <WatchedList
        names={watched.map(({ name }) => name)}
        refused={compiled.refused}
        expr={expression.kind === 'known' ? expression.expr : undefined}
      />
      <RuleFields choices={choices} onChange={(change) => setChoices((present) => ({ ...present, ...change }))} />
      {isCompiled ? (
        compiled.groups.map((one) => <RuleFiles key={one.group.name} compiled={one} timeZone={timeZone} />)
      ) : (
        <Alert severity="warning" title="No rules so far">
          {compiled.message}
        </Alert>
      )}
      {isCompiled && (
        <section aria-label="Replay">
          <h3 className={styles.title}>What they would have said here</h3>
          <ReplayedPages series={watched} severities={settled.severities} timeZone={timeZone} />
        </section>
      )}
    </>
  );
}

function nothingText({ series, notes }: PanelModel): string {
  const reason = series.find(({ outcome }) => outcome !== undefined && outcome.kind !== 'detected')?.outcome;
  return reason !== undefined && reason.kind !== 'detected'
    ? reason.message
    : (notes[0]?.text ?? 'No series has a model: rules are made of fitted models.');
}

/** What is watched, the choices that a reader has, the files to take along, and what the rules would have said. */
export function AlertRules({ title, model, data, timeZone, link }: AlertRulesProps) {
  const { series, isStarting, isFitting, isSimulated } = model;
  const notes = useStable(model.notes, JSON.stringify(model.notes));
  const subjects = useMemo(() => alertSubjects({ series, notes }, data), [series, notes, data]);
  const [id, setId] = useState<string>();
  const subject = subjects.find((one) => one.id === id) ?? subjects.at(0);
  if (isSimulated) {
    return (
      <Alert severity="info" title="Simulated data">
        These samples are generated, so there is nothing that Prometheus could watch. Choose a query to Prometheus.
      </Alert>
    );
  }
  if (isStarting || isFitting) {
    return <LoadingPlaceholder text="Fitting …" />;
  }
  if (subject === undefined) {
    return (
      <Alert severity="warning" title="Nothing to alert on yet">
        {nothingText(model)}
      </Alert>
    );
  }
  return (
    <>
      {subjects.length > 1 && (
        <RadioButtonGroup
          aria-label="Query"
          options={subjects.map((one) => ({ label: `Query ${one.id}`, value: one.id }))}
          value={subject.id}
          onChange={setId}
        />
      )}
      <RulesOfSubject
        key={subject.id}
        subject={subject}
        title={subjects.length > 1 ? `${title} ${subject.id}` : title}
        model={model}
        timeZone={timeZone}
        link={link}
      />
    </>
  );
}
