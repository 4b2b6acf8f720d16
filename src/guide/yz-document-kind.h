/*
 * The documents that can be printed. A new one is a file with a function that makes blocks of the content, and a line
 * in yz-document-kind.c.
 */
#pragma once

#include "yz-document.h"
#include "yz-guide-content.h"

G_BEGIN_DECLS

/**
 * YzDocumentOptions:
 * @audience: (nullable): whom it is for, a line below the title
 * @first: (nullable): civil date, of the days that a notice is about
 * @last: (nullable): likewise, included
 * @holiday: (nullable): what those days are called, in the language of the page
 * @paper: that it will be laid out on; yz_document_kind_build() fills it in
 * @text: (nullable): what a letter is about: findings, a line each; what was given
 * @recipient: (nullable): whom a letter or label is for
 * @deadline: (nullable): civil date by which a letter asks for something
 * @amount_fen: of a gift, 0 where it has none
 * @start: first label of a sheet that is not used up, from 1
 *
 * What a document is told besides its content.
 */
typedef struct
{
  const char *audience;
  const char *first;
  const char *last;
  const char *holiday;
  const YzPaper *paper;
  const char *text;
  const char *recipient;
  const char *deadline;
  gint64 amount_fen;
  guint start;
} YzDocumentOptions;

/**
 * YzDocumentWishes:
 * @YZ_DOCUMENT_WANTS_TEXT: what it is about
 * @YZ_DOCUMENT_WANTS_RECIPIENT: whom it is for
 * @YZ_DOCUMENT_WANTS_DEADLINE: by when it asks for something
 * @YZ_DOCUMENT_WANTS_AMOUNT: what a gift is worth
 * @YZ_DOCUMENT_WANTS_START: the first label that is left
 *
 * Which of #YzDocumentOptions a letter or label shows.
 */
typedef enum
{
  YZ_DOCUMENT_WANTS_TEXT = 1 << 0,
  YZ_DOCUMENT_WANTS_RECIPIENT = 1 << 1,
  YZ_DOCUMENT_WANTS_DEADLINE = 1 << 2,
  YZ_DOCUMENT_WANTS_AMOUNT = 1 << 3,
  YZ_DOCUMENT_WANTS_START = 1 << 4,
} YzDocumentWishes;

/**
 * YzDocumentSubject:
 * @YZ_DOCUMENT_OF_STATIONS: stations, by any choice of them
 * @YZ_DOCUMENT_OF_STOCKTAKE: a stocktake
 * @YZ_DOCUMENT_OF_TRANSFER: a transfer
 * @YZ_DOCUMENT_OF_PICKING: a transfer, or a place from which the needs of stations are met
 * @YZ_DOCUMENT_OF_WRITE_OFF: what was written off under one number, or at a station what should be
 * @YZ_DOCUMENT_OF_CABINETS: a smart cabinet, or all of them
 *
 * What a document is about.
 */
typedef enum
{
  YZ_DOCUMENT_OF_STATIONS,
  YZ_DOCUMENT_OF_STOCKTAKE,
  YZ_DOCUMENT_OF_TRANSFER,
  YZ_DOCUMENT_OF_PICKING,
  YZ_DOCUMENT_OF_WRITE_OFF,
  YZ_DOCUMENT_OF_CABINETS,
} YzDocumentSubject;

/**
 * YzDocumentKind:
 * @nick: on the command line, "guide"
 * @title: msgid
 * @summary: msgid: a sentence on what it is for
 * @paper: nick of the paper it is made for
 * @papers: (array zero-terminated=1): nicks of those that it can stand on
 * @wants_edition: whether a printed one is an edition with a number
 * @wants_before: whether it is about what changed since an edition
 * @wants_days: whether it is about days
 * @wants_contacts: whether it tells mediators with their telephone numbers
 * @wants_files: whether it shows all that records hold, and their history
 * @wants_photos: whether it shows photos of stations
 * @wants_planned: whether it has stations that are not open yet: papers of an office, not of the street
 * @wants_goods: whether it is about stock
 * @subject: what it is about
 * @wishes: what it is told besides its content
 * @n_labels: on a sheet, 0 where it has none
 * @build: makes the document
 */
typedef struct
{
  const char *nick;
  const char *title;
  const char *summary;
  const char *paper;
  const char *const *papers;
  gboolean wants_edition;
  gboolean wants_before;
  gboolean wants_days;
  gboolean wants_contacts;
  gboolean wants_files;
  gboolean wants_photos;
  gboolean wants_planned;
  gboolean wants_goods;
  YzDocumentSubject subject;
  YzDocumentWishes wishes;
  guint n_labels;
  YzDocument *(*build) (const YzGuideContent *content, const YzDocumentOptions *options);
} YzDocumentKind;

/**
 * yz_document_kinds_get_all:
 *
 * Returns: (transfer none) (array length=n_kinds): every document
 */
const YzDocumentKind *yz_document_kinds_get_all (guint *n_kinds);

/**
 * yz_document_kind_find:
 *
 * Returns: (transfer none) (nullable): the document of that name, or %NULL with %YZ_GUIDE_ERROR_UNKNOWN
 */
const YzDocumentKind *yz_document_kind_find (const char *nick, GError **error);

/**
 * yz_document_kind_build:
 * @content: is kept as long as the document lives
 * @paper: that it will be laid out on
 *
 * Returns: (transfer full) (nullable): the document, or %NULL with %YZ_GUIDE_ERROR_EMPTY without what it is about, and
 *   %YZ_GUIDE_ERROR_UNFIT for a paper that it cannot stand on
 */
YzDocument *yz_document_kind_build (const YzDocumentKind *self, const YzGuideContent *content, const YzPaper *paper,
                                    const YzDocumentOptions *options, GError **error);

G_END_DECLS
