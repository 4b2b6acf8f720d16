/* From a wish to the first page on screen: bench-guide WORKSPACE DOCUMENT PAPER prints lines "name number". */
#include "config.h"

#include "yz-document-kind.h"
#include "yz-guide-source.h"
#include "yz-output.h"

#include <locale.h>

#define SCREEN_DOTS (96 / 25.4)

static gboolean
draw_first (const YzDocumentKind *kind, const YzPaper *paper, const YzGuideContent *content, GError **error)
{
  const YzDocumentOptions wishes = { NULL };
  const YzPagesOptions look = { paper, content->language };
  g_autoptr (YzDocument) document = yz_document_kind_build (kind, content, paper, &wishes, error);
  g_autoptr (YzPages) pages = document != NULL ? yz_pages_new (document, &look, error) : NULL;

  if (pages == NULL || !yz_pages_make_next (pages))
    return FALSE;
  cairo_surface_destroy (yz_output_image (pages, 0, SCREEN_DOTS));
  return TRUE;
}

int
main (int argc, char *argv[])
{
  g_autoptr (YzClock) clock = yz_clock_new ();
  g_autoptr (YzIdFactory) ids = yz_id_factory_new (clock);
  g_autoptr (YzGuideChoice) choice = yz_guide_choice_new ();
  g_autoptr (YzGuideContent) content = NULL;
  g_autoptr (YzStore) store = NULL;
  g_autoptr (GError) error = NULL;
  const YzDocumentKind *kind;
  const YzPaper *paper;
  gint64 begun, loaded;

  setlocale (LC_ALL, "");
  if (argc != 4 || (kind = yz_document_kind_find (argv[2], &error)) == NULL ||
      (paper = yz_paper_find (argv[3], &error)) == NULL)
    {
      g_printerr ("%s\n", error != NULL ? error->message : "usage: bench-guide WORKSPACE DOCUMENT PAPER");
      return 2;
    }
  store = yz_store_open (argv[1], YZ_STORE_READ_ONLY, clock, ids, &error);
  begun = g_get_monotonic_time ();
  content = store != NULL ? yz_guide_source_load (store, choice, NULL, &error) : NULL;
  loaded = g_get_monotonic_time ();
  if (content == NULL || !draw_first (kind, paper, content, &error))
    {
      g_printerr ("%s\n", error != NULL ? error->message : "no page");
      return 1;
    }
  g_print ("content %.3f\nfirst %.3f\n", (loaded - begun) / 1e3, (g_get_monotonic_time () - loaded) / 1e3);
  return 0;
}
