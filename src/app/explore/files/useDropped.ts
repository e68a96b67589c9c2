import { useState, type DragEvent } from 'react';

/** Handlers of an element onto which a file can be dropped, and whether one hangs over it. */
export interface DropTarget {
  readonly isOver: boolean;
  readonly handlers: {
    readonly onDragOver: (event: DragEvent) => void;
    readonly onDragLeave: (event: DragEvent) => void;
    readonly onDrop: (event: DragEvent) => void;
  };
}

function carriesFiles({ dataTransfer }: DragEvent): boolean {
  return [...dataTransfer.types].includes('Files');
}

/** Takes a file that is dropped anywhere on an element; the first of several. */
export function useDropped(onFile: (file: File) => void): DropTarget {
  const [isOver, setIsOver] = useState(false);
  return {
    isOver,
    handlers: {
      onDragOver: (event) => {
        if (carriesFiles(event)) {
          event.preventDefault();
          setIsOver(true);
        }
      },
      onDragLeave: ({ currentTarget, relatedTarget }) => {
        // Moving on to an element inside leaves nothing.
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) {
          setIsOver(false);
        }
      },
      onDrop: (event) => {
        setIsOver(false);
        if (!carriesFiles(event)) {
          return;
        }
        event.preventDefault();
        const [file] = event.dataTransfer.files;
        if (file !== undefined) {
          onFile(file);
        }
      },
    },
  };
}
