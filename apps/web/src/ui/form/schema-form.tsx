import { lazy, Suspense } from 'react';
import type { ReactNode } from 'react';
import { Loading } from '../async-view.js';
import type { SchemaFormProps } from './drawn-form.js';

const DrawnForm = lazy(() => import('./drawn-form.js').then(({ DrawnForm: component }) => ({ default: component })));

/**
 * A form made from a JSON Schema. What draws it is loaded when the first form is opened, as a list of rows needs none; meanwhile its place
 * has focus, so that Escape closes it.
 */
export function SchemaForm(props: SchemaFormProps): ReactNode {
  const coming = (
    <div
      ref={(place) => place?.focus()}
      tabIndex={-1}
      onKeyDown={({ key }) => {
        if (key === 'Escape') props.onCancel();
      }}
    >
      <Loading />
    </div>
  );
  return (
    <Suspense fallback={coming}>
      <DrawnForm {...props} />
    </Suspense>
  );
}
