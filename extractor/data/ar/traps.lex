# Tales: what a film tells of happens in the film. Books and documentaries tell of what was.

lexicon tale
  فيلم | الفيلم | فيلما | مسرحية | المسرحية | مسلسل | المسلسل | الرواية | أوبرا | الأوبرا | رسوم متحركة
lexicon tells_tale verb
  روى يروي | حكى يحكي | صور يصور | تناول | جسد يجسد | سرد يسرد
lexicon tells_tale
  تدور أحداث | دارت أحداث | تجري أحداث
