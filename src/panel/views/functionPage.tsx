import { useRef, useState } from 'preact/hooks';
import { argumentsOf, type KpiFunction } from '../../kernel/function.ts';
import { LANGUAGES } from '../../kernel/text.ts';
import type { PortError } from '../../port/port.ts';
import { portError } from '../insertion.ts';
import { useKept, usePanel } from '../panel.ts';
import { ArgumentField } from '../parts/argumentField.tsx';
import { Result } from '../parts/cellTable.tsx';
import { focusFirstProblem } from '../parts/fieldControl.tsx';
import { useFocusKept } from '../parts/focus.ts';
import { Failure, Notice } from '../parts/notice.tsx';
import { strings } from '../strings.ts';
import { callOf, type Formula, formulaOf } from '../text/formula.ts';

type Typed = Readonly<Record<string, string>>;
type Outcome = { readonly address: string } | { readonly error: PortError } | undefined;

export function FunctionPage({ fn }: { readonly fn: KpiFunction }) {
  const { t, port } = usePanel();
  return (
    <>
      <h1 tabIndex={-1}>{t(fn.text.label)}</h1>
      <p class="lead">
        <code>{port.dialect.functionName(fn.name)}</code>
      </p>
      <p>{t(fn.text.summary)}</p>
      <details open={fn.parameters.length === 0}>
        <summary>{t(strings.more)}</summary>
        <h2>{t(strings.definition)}</h2>
        <p class="formula">{fn.text.formula}</p>
        {fn.text.source !== '' && (
          <p class="help source">
            {t(strings.source)}: {fn.text.source}
          </p>
        )}
        <Examples fn={fn} />
      </details>
      <ArgumentForm fn={fn} />
    </>
  );
}

function Examples({ fn }: { readonly fn: KpiFunction }) {
  const { t, port, language } = usePanel();
  if (fn.examples.length === 0) return null;
  return (
    <>
      <h2>{t(strings.example)}</h2>
      {fn.examples.slice(0, 2).map((example, index) => {
        const args = argumentsOf(fn, example.given);
        const call = callOf(fn, args, port.dialect, language);
        return (
          <div key={call} class="example">
            <code class="formula">{call}</code>
            <span class="help">{t(strings.gives)}</span>
            <Result value={fn.call(args)} label={`${t(strings.example)} ${index + 1}`} />
          </div>
        );
      })}
    </>
  );
}

function ArgumentForm({ fn }: { readonly fn: KpiFunction }) {
  const { t, port, language, announce } = usePanel();
  const form = useRef<HTMLFormElement>(null);
  const insertButton = useRef<HTMLButtonElement>(null);
  const [typed, setTyped] = useKept<Typed>(`function ${fn.name}`, {});
  const [tried, setTried] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>();
  useFocusKept(outcome, insertButton);
  const formula = formulaOf(fn, typed, port.dialect, language);
  const ready = Object.keys(formula.problems).length === 0;

  const insert = async () => {
    try {
      setOutcome({ address: await port.insertFormula(formula.text) });
    } catch (error) {
      setOutcome({ error: portError(error) });
    }
  };
  const submit = (event: Event) => {
    event.preventDefault();
    setOutcome(undefined);
    if (ready) return void insert();
    setTried(true);
    announce(strings.checkFields(Object.keys(formula.problems).length));
    focusFirstProblem(form.current);
  };
  return (
    <form ref={form} noValidate onSubmit={submit}>
      <h2>{t(strings.arguments)}</h2>
      {fn.parameters.length === 0 && <p class="help">{t(strings.noArguments)}</p>}
      {fn.parameters.map(parameter => {
        const text = typed[parameter.name] ?? '';
        return (
          <ArgumentField
            key={parameter.name}
            parameter={parameter}
            typed={text}
            problem={tried || text !== '' ? formula.problems[parameter.name] : undefined}
            doubt={formula.doubts[parameter.name]}
            onTyped={next => setTyped({ ...typed, [parameter.name]: next })}
          />
        );
      })}
      <FormulaPreview fn={fn} formula={formula} />
      <div class="bar">
        <div role="status">
          {outcome && 'address' in outcome && (
            <Notice
              kind="done"
              text={t(strings.formulaInserted(outcome.address))}
              onDismiss={() => setOutcome(undefined)}
            />
          )}
          {outcome && 'error' in outcome && (
            <Failure error={outcome.error} onAgain={() => void insert()} onDismiss={() => setOutcome(undefined)} />
          )}
        </div>
        <div class="actions">
          <button ref={insertButton} type="submit" class="primary">
            {t(strings.insertFormula)}
          </button>
        </div>
      </div>
    </form>
  );
}

/** The formula as it will be written, and whether it can be. */
function FormulaPreview({ fn, formula }: { readonly fn: KpiFunction; readonly formula: Formula }) {
  const { t, language } = usePanel();
  const wrong = fn.parameters.filter(({ name }) => name in formula.problems);
  const labels = wrong.map(({ label }) => t(label)).join(LANGUAGES[language].comma);
  const missing = formula.text.includes('‹');
  const verdict =
    wrong.length === 0
      ? (formula.misfit ?? strings.ready)
      : missing
        ? strings.stillNeeded(labels)
        : strings.toCorrect(labels);
  const sound = wrong.length === 0 && !formula.misfit;
  return (
    <section class="written" aria-label={t(strings.formula)}>
      <h3>{t(strings.formula)}</h3>
      <output class="formula">{formula.text}</output>
      <p class={sound ? 'verdict sound' : 'verdict'} role="status">
        {t(verdict)}
      </p>
      {formula.result !== undefined && formula.result !== null && fn.parameters.length > 0 && (
        <>
          <p class="help">{t(strings.resultNow)}</p>
          <Result value={formula.result} label={t(strings.resultNow)} />
        </>
      )}
    </section>
  );
}
