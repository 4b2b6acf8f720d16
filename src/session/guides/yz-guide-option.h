/* One of several things to choose from: a document, an area, a service, a paper. */
#pragma once

#include "yz-document-kind.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define YZ_TYPE_GUIDE_OPTION (yz_guide_option_get_type ())

G_DECLARE_FINAL_TYPE (YzGuideOption, yz_guide_option, YZ, GUIDE_OPTION, GObject)

/**
 * yz_guide_option_new:
 * @id: what the choice is kept as
 * @title: translated
 * @summary: (nullable): translated: a sentence on it
 *
 * Properties of the same names.
 *
 * Returns: (transfer full): an option
 */
YzGuideOption *yz_guide_option_new (const char *id, const char *title, const char *summary);

const char *yz_guide_option_get_id (YzGuideOption *self);
const char *yz_guide_option_get_title (YzGuideOption *self);

/**
 * yz_guide_options_find:
 * @options: (type GListModel): of options
 *
 * Returns: the position of the one with @id, %G_MAXUINT if there is none
 */
guint yz_guide_options_find (GListModel *options, const char *id);

/**
 * yz_guide_options_list_documents:
 *
 * Returns: (transfer full): a model of every document
 */
GListModel *yz_guide_options_list_documents (void);

/**
 * yz_guide_options_list_papers:
 *
 * Returns: (transfer full): a model of the papers that @kind can stand on
 */
GListModel *yz_guide_options_list_papers (const YzDocumentKind *kind);

G_END_DECLS
