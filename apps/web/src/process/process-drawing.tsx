import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { orderOf, waysOf } from './document.js';
import type { ProcessShown, Way } from './document.js';
import './process.css';

const BOX = { width: 148, height: 64 };
const STEP = 196;
const MIDDLE = 150;
const HEIGHT = 300;
const MARGIN = 8;
const LINE_LENGTH = 15;

/** Phases as boxes from left to right, the usual way as whole lines, ways forward over it and back under it as broken ones. */
export function ProcessDrawing({ shown }: { readonly shown: ProcessShown }): ReactNode {
  const { t } = useTranslation();
  const order = orderOf(shown);
  const ways = waysOf(shown);
  const width = (order.length - 1) * STEP + BOX.width + 2 * MARGIN;
  const left = (phase: string): number => MARGIN + order.indexOf(phase) * STEP;
  return (
    <figure className="drawing card">
      <div className="drawing__scroll" tabIndex={0} role="group" aria-label={t('process.drawing')}>
        <svg
          viewBox={`0 0 ${width} ${HEIGHT}`}
          width={width}
          height={HEIGHT}
          role="img"
          aria-label={`${t('process.drawing')}. ${t('process.drawingText')}`}
        >
          <defs>
            <marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
              <path d="M0 0 8 4 0 8z" className="drawing__head" />
            </marker>
          </defs>
          {ways.map((way) => (
            <WayLine key={`${way.from}.${way.to}`} way={way} left={left} order={order} />
          ))}
          {order.map((phase, at) => (
            <g key={phase}>
              <rect
                x={left(phase)}
                y={MIDDLE - BOX.height / 2}
                width={BOX.width}
                height={BOX.height}
                rx="6"
                className="drawing__box"
              />
              {linesOf(`${at + 1}. ${shown.phases[phase]?.label ?? phase}`).map((line, row, all) => (
                <text
                  key={line}
                  x={left(phase) + BOX.width / 2}
                  y={MIDDLE + 5 + (row - (all.length - 1) / 2) * 18}
                  className="drawing__label"
                >
                  {line}
                </text>
              ))}
            </g>
          ))}
        </svg>
      </div>
      <figcaption className="small soft">{t('process.usual')}</figcaption>
    </figure>
  );
}

interface WayLineProps {
  readonly way: Way;
  readonly left: (phase: string) => number;
  readonly order: readonly string[];
}

function WayLine({ way: { gate, from, to, isUsual }, left, order }: WayLineProps): ReactNode {
  if (isUsual) {
    const [start, end] = [left(from) + BOX.width, left(to) - 2];
    return (
      <>
        <line x1={start} y1={MIDDLE} x2={end} y2={MIDDLE} className="drawing__way" markerEnd="url(#arrow)" />
        <text x={(start + end) / 2} y={MIDDLE - 8} className="drawing__gate">
          {gate}
        </text>
      </>
    );
  }
  const steps = order.indexOf(to) - order.indexOf(from);
  const side = steps > 0 ? -1 : 1;
  const edge = MIDDLE + (side * BOX.height) / 2;
  const start = left(from) + BOX.width / 2 + 22 * Math.sign(steps);
  const end = left(to) + BOX.width / 2 - 22 * Math.sign(steps);
  const top = edge + side * (18 + 26 * Math.abs(steps));
  return (
    <>
      <path
        d={`M${start} ${edge}C${start} ${top} ${end} ${top} ${end} ${edge + side * 2}`}
        className="drawing__way drawing__way--exception"
        markerEnd="url(#arrow)"
      />
      <text
        x={(start + end) / 2}
        y={edge + side * (13.5 + 19.5 * Math.abs(steps)) + (side < 0 ? -5 : 15)}
        className="drawing__gate"
      >
        {gate}
      </text>
    </>
  );
}

/** A label in lines that fit a box. */
function linesOf(label: string): readonly string[] {
  const lines: string[] = [];
  for (const word of label.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= LINE_LENGTH) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
