// The Qt headers that most sources of ui include, and no more: a longer list costs seconds.
#include <QAction>
#include <QApplication>
#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QString>
#include <QWidget>

#include <functional>
#include <memory>
#include <string>
#include <vector>
