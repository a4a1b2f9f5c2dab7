/** The makes that ChargeTray knows. A new brand adds its word here and one line to the registry. */
export type Brand = 'wallbox' | 'fcsp';
