import { z } from 'zod';

/** The makes that ChargeTray knows. A new brand adds its word here and one line to the registry. */
export const brandSchema = z.enum(['wallbox', 'fcsp']);

export type Brand = z.infer<typeof brandSchema>;
