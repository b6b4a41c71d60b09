/* Comes after the page's own script. Where that did not come alive (a browser that is too old for it), the page is one without scripts,
   and what stands in it for those without scripts is brought out: the frame that tells how things stand, and a few words. ES3. */
(function () {
  var places, i, holder;
  if (/(^| )js( |$)/.test(document.documentElement.className)) { return; }
  places = document.getElementsByTagName("noscript");
  for (i = places.length - 1; i >= 0; i -= 1) {
    holder = document.createElement("span");
    holder.innerHTML = places[i].textContent;
    places[i].parentNode.replaceChild(holder, places[i]);
  }
})();
