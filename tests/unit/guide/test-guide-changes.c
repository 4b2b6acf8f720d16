/* Change sheets: sums that add up, whatever the stations. */
#include "config.h"

#include "guide-fixture.h"
#include "yz-document-kind.h"
#include "yz-guide-changes.h"
#include "yz-guide-error.h"

static void
check_sums (const YzGuideContent *content)
{
  g_autoptr (YzGuideChanges) changes = yz_guide_changes_new (content);
  guint n_new = changes->n_in[YZ_GUIDE_CHANGE_NEW], n_gone = changes->n_in[YZ_GUIDE_CHANGE_WITHDRAWN];
  guint n_all = 0, n_marked = 0;

  for (guint i = 0; i < YZ_GUIDE_N_CHANGE_GROUPS; i++)
    n_all += changes->n_in[i];
  for (guint i = 0; i < content->stations->len; i++)
    n_marked += ((const YzGuideStation *) g_ptr_array_index (content->stations, i))->changed;

  g_assert_cmpuint (changes->n_before, ==, content->before->len);
  g_assert_cmpuint (changes->n_now, ==, content->stations->len);
  g_assert_cmpuint (changes->n_before - n_gone + n_new, ==, changes->n_now);
  g_assert_cmpuint (changes->n_changed + changes->same->len + n_new, ==, changes->n_now);
  g_assert_cmpuint (n_all, ==, changes->all->len);
  g_assert_cmpuint (n_all, ==, n_new + n_gone + changes->n_changed);
  g_assert_cmpuint (n_marked, ==, n_new + changes->n_changed);
  for (guint i = 0; i < changes->all->len; i++)
    {
      const YzGuideChange *change = g_ptr_array_index (changes->all, i);

      g_assert_cmpuint (change->lines->len, >, 0);
      g_assert_true (change->before != NULL || change->now != NULL);
    }
}

static void
test_sums (void)
{
  for (guint32 seed = 1; seed <= 40; seed++)
    {
      g_autoptr (YzGuideContent) content = guide_fixture_new (YZ_PRINT_CHINESE, 1 + seed, seed, seed % 2);

      /* now and then a station is gone, or another */
      if (seed % 3 == 0)
        g_ptr_array_remove_index (content->stations, 0);
      if (seed % 5 == 0)
        g_ptr_array_set_size (content->before, 0);
      yz_guide_content_mark_changes (content);
      check_sums (content);
    }
}

static void
test_nothing_changed (void)
{
  g_autoptr (YzGuideContent) content = guide_fixture_new (YZ_PRINT_ENGLISH, 5, 1, FALSE);
  g_autoptr (YzGuideChanges) changes = NULL;

  g_ptr_array_unref (content->before);
  content->before = g_ptr_array_ref (content->stations);
  changes = yz_guide_changes_new (content);
  g_assert_cmpuint (changes->all->len, ==, 0);
  g_assert_cmpuint (changes->same->len, ==, 5);
}

static void
test_needs_an_edition_before (void)
{
  g_autoptr (YzGuideContent) content = guide_fixture_new (YZ_PRINT_CHINESE, 3, 1, FALSE);
  const YzDocumentOptions options = { NULL };
  const YzPaper *paper = yz_paper_find ("a4", NULL);
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&content->before, g_ptr_array_unref);
  g_assert_null (yz_document_kind_build (yz_document_kind_find ("changes", NULL), content, paper, &options, &error));
  g_assert_error (error, YZ_GUIDE_ERROR, YZ_GUIDE_ERROR_EMPTY);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/guide/changes/sums", test_sums);
  g_test_add_func ("/guide/changes/nothing", test_nothing_changed);
  g_test_add_func ("/guide/changes/needs-an-edition-before", test_needs_an_edition_before);
  return g_test_run ();
}
