import { t } from './words.svelte';

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const isField = (target: EventTarget | null): target is Field =>
  target instanceof HTMLInputElement || target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement;

function faultOf(field: Field): string {
  const { valueMissing, tooShort, badInput, rangeUnderflow, rangeOverflow } = field.validity;
  if (tooShort && !(field instanceof HTMLSelectElement)) return t('web.form.too_short', { least: String(field.minLength) });
  if ((badInput || rangeUnderflow || rangeOverflow) && field instanceof HTMLInputElement)
    return t('web.form.range', { least: field.min, most: field.max });
  return valueMissing ? t('web.form.missing') : '';
}

/** Browsers say in their own language what is wrong with a field; from here on they say it in the reader's. */
export function tellFaults() {
  const told = new Set<Field>();
  document.addEventListener(
    'invalid',
    ({ target }) => {
      if (!isField(target) || target.validity.customError) return;
      target.setCustomValidity(faultOf(target));
      told.add(target);
    },
    true,
  );
  // Each attempt is judged anew.
  const forget = () => {
    for (const field of told) field.setCustomValidity('');
    told.clear();
  };
  for (const event of ['input', 'click', 'keydown']) document.addEventListener(event, forget, true);
}
