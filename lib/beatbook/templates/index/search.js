(function () {
  var box = document.getElementById("search"), said = document.getElementById("said");
  var items = Array.prototype.slice.call(document.querySelectorAll("[data-words]"));
  function search() {
    var words = box.value.toLowerCase().split(/\s+/).filter(Boolean), shown = 0;
    items.forEach(function (item) {
      var here = words.every(function (word) { return item.getAttribute("data-words").indexOf(word) >= 0; });
      item.hidden = !here;
      shown += here ? 1 : 0;
    });
    said.textContent = words.length ? shown + " of " + items.length + " reports" : "";
  }
  document.getElementById("find").hidden = false;
  box.addEventListener("input", search);
  search();
})();
