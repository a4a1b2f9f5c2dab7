import { useId } from 'react';
import type { BrandState } from '../../../shared/domain/app/app-state.ts';
import type { Brand } from '../../../shared/domain/brand.ts';
import { brandFormText } from '../../../shared/text/brand-form-text.ts';
import { brandText } from '../../../shared/text/brand-text.ts';
import { windowText } from '../../../shared/text/window-text.ts';

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
        <h2>{brandText[only.brand].name}</h2>
        <p className="soft small">{brandFormText[only.brand].needs}</p>
      </div>
    );
  }
  return (
    <div role="radiogroup" className="brands" aria-label={windowText.add.brand}>
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
            {brandText[brand].name}
          </span>
          <span id={`${id}-${brand}-needs`} className="soft small">
            {brandFormText[brand].needs}
          </span>
        </label>
      ))}
    </div>
  );
}
