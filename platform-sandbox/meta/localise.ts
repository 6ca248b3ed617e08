/**
 * French texts, as accounts with a French language setting receive them. A
 * client that reads the wording instead of the code fails on these.
 */
const TEXTS: [RegExp, string][] = [
  [/^Invalid parameter$/, "Paramètre non valide"],
  [
    /The Media Insights API does not support the (.+) metric for this media product type\.$/,
    "L’API Media Insights ne prend pas en charge la statistique $1 pour ce type de produit.",
  ],
  [
    /Not enough viewers for the media to show insights$/,
    "Le contenu n’a pas été vu par assez de personnes pour afficher des statistiques",
  ],
  [
    /Application does not have permission for this action$/,
    "L’application n’est pas autorisée à effectuer cette action",
  ],
  [
    /^Error validating access token: .*/,
    "Erreur lors de la validation du token d’accès.",
  ],
  [
    /^Unsupported (get|post|delete) request\. Object with ID '(.+?)'.*/,
    "Requête $1 non prise en charge. L’objet avec l’identifiant « $2 » n’existe pas.",
  ],
  [/^An unknown error has occurred\.$/, "Une erreur inconnue s’est produite."],
]

export function localise(message: string): string {
  for (const [pattern, text] of TEXTS) {
    if (pattern.test(message)) {
      return message.replace(pattern, text)
    }
  }
  return message
}
