/** A charger of nobody. */
export const chargerKey = 'wallbox/12345';
