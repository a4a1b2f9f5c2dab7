import { useId } from 'react';
import type { BrandState } from '../../../shared/domain/app/app-state.ts';
import type { Brand } from '../../../shared/domain/brand.ts';
import { brandFormWords } from '../../../shared/text/brand-form-words.ts';
import { brandWords } from '../../../shared/text/brand-words.ts';
import { messages } from '../../../shared/text/messages.ts';

interface Props {
  readonly brands: readonly BrandState[];
  readonly chosen: Brand | undefined;
  readonly onChoose: (brand: Brand) => void;
}

/** The makes to choose from, each with what it needs. A single one is no question. */
export function BrandChoice({ brands, chosen, onChoose }: Props) {
  const id = useId();
  const [only] = brands;
  if (brands.length === 1 && only) {
    return (
      <div className="brand">
        <h2>{brandWords(only.brand).name}</h2>
        <p className="soft small">{brandFormWords(only.brand).needs}</p>
      </div>
    );
  }
  return (
    <div role="radiogroup" className="brands" aria-label={messages.window.add.brand}>
      {brands.map(({ brand }) => (
        <label key={brand} className="brand card">
          <input
            type="radio"
            name={id}
            checked={brand === chosen}
            onChange={() => onChoose(brand)}
            aria-labelledby={`${id}-${brand}`}
            aria-describedby={`${id}-${brand}-needs`}
          />
          <span id={`${id}-${brand}`} className="brand-name">
            {brandWords(brand).name}
          </span>
          <span id={`${id}-${brand}-needs`} className="soft small">
            {brandFormWords(brand).needs}
          </span>
        </label>
      ))}
    </div>
  );
}
