/** What hides the programme from the hall: nothing, a frozen picture, or black. */
export type CurtainKind = 'open' | 'frozen' | 'black';
