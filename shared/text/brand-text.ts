import type { Brand } from '../domain/brand.ts';

/** What the window says about a brand: its name, what adding it needs, and what to expect of it. */
export interface BrandText {
  readonly name: string;
  readonly needs: string;
  readonly notes: readonly string[];
  /** Labels of the fields of its form, by the field's name. */
  readonly fields: Readonly<Record<string, string>>;
}

export const brandText: Record<Brand, BrandText> = {
  wallbox: {
    name: 'Wallbox',
    needs:
      'The e-mail and password of your Wallbox account. Pulsar Plus, Pulsar Max, Copper SB, Commander and family.',
    notes: [
      'Google and Apple sign-ins do not work here. In the Wallbox app, sign out, choose “Forgot password” and set a password for the same e-mail.',
      'Wallbox answers through its cloud: what you see can be one or two minutes old.',
    ],
    fields: { email: 'E-mail', password: 'Password' },
  },
};
