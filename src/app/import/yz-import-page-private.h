/* What the files of the page of imports share. */
#pragma once

#include "yz-import-compare.h"
#include "yz-import-page.h"
#include "yz-import-table.h"

#include <adwaita.h>

G_BEGIN_DECLS

struct _YzImportPage
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkStack *stages;
  GtkWidget *job_box;
  GtkProgressBar *progress_bar;
  AdwStatusPage *source_page;
  GtkButton *show_button;
  YzImportTable *table;
  YzImportCompare *compare;
  GtkWidget *compare_card;

  YzSession *session;
  YzImport *import;
  GBinding *progress_binding;
  int shown; /* the outcome whose rows are shown, -1 for all */
};

/**
 * yz_import_page_install_actions:
 *
 * The actions "import.*".
 */
void yz_import_page_install_actions (GtkWidgetClass *widget_class);

/**
 * yz_import_page_accept_drops:
 *
 * Files that are dropped on the page are read.
 */
void yz_import_page_accept_drops (YzImportPage *self);

G_END_DECLS
