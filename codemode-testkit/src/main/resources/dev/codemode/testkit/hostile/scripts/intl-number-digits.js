// expect: timeout|memory|error
// purpose: formatters with a hundred digits, without end
// class: intl-abuse
// variationOf: intl-format-flood.js
// ---
for (let i = 1; ; i++) new Intl.NumberFormat(["de-CH", "ar-EG", "hi-IN"][i % 3], { minimumFractionDigits: 100, maximumFractionDigits: 100, style: "currency", currency: "EUR", currencyDisplay: "name" }).format(1 / i);
